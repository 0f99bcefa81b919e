package org.wirknetz.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.platform.web.SignedIn;

@Controller
class SignInController {

    @GetMapping("/sign-in")
    ModelAndView signIn(HttpServletRequest request) {
        var parameters = request.getParameterMap();
        return new ModelAndView(
                "access/sign-in",
                Map.of("refused", parameters.containsKey("refused"), "out", parameters.containsKey("out")));
    }

    /// The front door: whoever has one network goes straight there.
    @GetMapping("/")
    ModelAndView front(HttpServletRequest request) {
        var signedIn = (SignedIn) request.getAttribute(SignedIn.class.getName());
        if (signedIn == null) return new ModelAndView("redirect:/sign-in");
        if (signedIn.networks().size() == 1) {
            return new ModelAndView("redirect:" + signedIn.networks().getFirst().base());
        }
        return new ModelAndView("access/networks", Map.of("signedIn", signedIn));
    }
}
