using Seaworthy.Model.Declared.Code;

namespace Seaworthy.Model.Known;

/// <summary>How a program with Spring asks who calls. Where a chain permits all, its packages and its login prove nothing.</summary>
/// <remarks>Sources: Spring Security reference, "Authorize HttpServletRequests", "Method Security"; Spring Framework, <c>HandlerInterceptor</c>; Jakarta Servlet, <c>Filter</c>.</remarks>
public static class SpringSecurity
{
    private static readonly string[] Asking =
    [
        ".authenticated(",
        "fullyAuthenticated",
        "hasRole",
        "hasAnyRole",
        "hasAuthority",
        "hasAnyAuthority",
        ".access(",
        "denyAll",
        "@PreAuthorize",
        "@PostAuthorize",
        "@Secured",
        "@RolesAllowed",
        "@AuthenticationPrincipal",
        "@CurrentUser",
        "@LoginUser",
        "@Auth",
        "SecurityContextHolder",
        "OncePerRequestFilter",
        "GenericFilterBean",
        "implements Filter",
        "WebFilter",
        "HandlerInterceptor",
        "HandlerMethodArgumentResolver",
        "addFilter",
        "getHeader(",
        "@RequestHeader",
        "@CookieValue",
        "HttpSession",
        "Principal ",
        "httpBasic(withDefaults",
        "oauth2ResourceServer",
        "@Aspect",
    ];

    /// <summary>Where a chain lets every request through; null when none does, or something else of the program asks who calls.</summary>
    public static FrameworkSetting? Open(IReadOnlyList<CodeFile> code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return
            code.Where(file => !file.IsTest)
                .SelectMany(file => file.Settings)
                .FirstOrDefault(setting => setting.Name == FrameworkSetting.PermitsAll)
                is { } found
            && !code.Any(file => !file.IsTest && Array.Exists(Asking, file.File.Mentions))
            ? found
            : null;
    }
}
