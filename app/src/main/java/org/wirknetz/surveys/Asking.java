package org.wirknetz.surveys;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Opens a wave and writes to everybody it asks, both or neither.
@Component
@Transactional
public class Asking {

    private final Waves waves;
    private final SurveyPost post;

    Asking(Waves waves, SurveyPost post) {
        this.waves = waves;
        this.post = post;
    }

    /// @return how many mails were handed to the outbox
    public int open(WaveId wave, LocalDate on) {
        waves.open(wave, on);
        return post.invite(wave);
    }
}
