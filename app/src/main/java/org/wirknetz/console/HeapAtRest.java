package org.wirknetz.console;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.time.Duration;

/// Gives back the memory that only the start, an import or a wave of people signing in needed.
///
/// The collector would rather let its old heap grow to the limit than look whether anything in it still lives; each
/// password alone leaves 19 MiB behind. So we look: at most every 15 seconds, and only where much may have died. One
/// look
/// takes a tenth of a second. See decision 0101.
final class HeapAtRest {

    private static final Duration BETWEEN = Duration.ofSeconds(15);
    private static final long MUCH = 40L << 20;

    private HeapAtRest() {}

    /// Half of the heap is rubbish after the start, and nobody is working yet: it may shrink close to what lives in it.
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

    /// Goes on behind the scenes until the machine ends; does nothing with a collector that has no such heap.
    static void watch() {
        ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(it -> it.getName().equals("Tenured Gen"))
                .findAny()
                .ifPresent(old -> Thread.ofVirtual().name("heap-at-rest").start(() -> keep(old)));
    }

    private static void keep(MemoryPoolMXBean old) {
        try {
            while (true) {
                Thread.sleep(BETWEEN);
                var lived = old.getCollectionUsage();
                if (lived != null && old.getUsage().getUsed() - lived.getUsed() > MUCH) System.gc();
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
