package org.wirknetz;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Wirknetz {
    public static void main(String[] arguments) {
        SpringApplication.run(Wirknetz.class, arguments);
    }
}
