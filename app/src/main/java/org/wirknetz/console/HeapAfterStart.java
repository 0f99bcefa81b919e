package org.wirknetz.console;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/// Gives back the memory that only the start needed.
///
/// Half of the old heap is rubbish then, and nobody is working yet: one collection of a tenth of a second lets the heap
/// shrink close to what lives in it. Afterwards it may grow as generously as ever, so that work does not collect all
/// the
/// time.
final class HeapAfterStart {

    private HeapAfterStart() {}

    static void giveBack() {
        var machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        var least = machine.getVMOption("MinHeapFreeRatio").getValue();
        var most = machine.getVMOption("MaxHeapFreeRatio").getValue();
        machine.setVMOption("MinHeapFreeRatio", "10");
        machine.setVMOption("MaxHeapFreeRatio", "20");
        System.gc();
        machine.setVMOption("MaxHeapFreeRatio", most);
        machine.setVMOption("MinHeapFreeRatio", least);
    }
}
