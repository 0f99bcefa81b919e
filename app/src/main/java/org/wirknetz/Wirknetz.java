package org.wirknetz;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.wirknetz.console.Console;

/// The one program: the server, the network check from files, and the operator's tools, by verb.
@SpringBootApplication(
        exclude = UserDetailsServiceAutoConfiguration.class,
        // Two rooms may use the same word; the package tells them apart.
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Wirknetz {
    public static void main(String[] arguments) {
        var code = Console.run(Wirknetz.class, arguments);
        if (code != Console.STAYS) System.exit(code);
    }
}
