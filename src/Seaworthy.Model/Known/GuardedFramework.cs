using Seaworthy.Model.Declared.Code;

namespace Seaworthy.Model.Known;

/// <summary>How a framework guards routes: file by file, or all at once.</summary>
/// <param name="Name">As its users call it.</param>
/// <param name="Marks">What a file with routes of the framework has, all of them.</param>
/// <param name="Guards">What guards the routes of one file.</param>
/// <param name="Global">What guards the routes of all files.</param>
/// <param name="Guard">What to add, in words.</param>
/// <remarks>
/// Sources: NestJS documentation, "Guards"; FastAPI documentation, "Security" and "Global Dependencies"; Flask-Login and Flask-JWT-Extended, "Protecting Routes"; ASP.NET Core documentation, "Simple authorization" and "Require authenticated users".
/// </remarks>
public sealed record GuardedFramework(
    string Name,
    IReadOnlyList<string> Marks,
    IReadOnlyList<string> Guards,
    IReadOnlyList<string> Global,
    string Guard
)
{
    public static IReadOnlyList<GuardedFramework> All { get; } =
    [
        new(
            "NestJS",
            ["@nestjs/common", "@Controller"],
            ["UseGuards", "Guard", "@Auth", "@Roles", "apiKey", "api-key", "signature"],
            ["APP_GUARD", "useGlobalGuards", "AuthMiddleware", "implements NestMiddleware"],
            "`@UseGuards(…)`"
        ),
        new(
            "FastAPI",
            ["APIRouter"],
            ["user", "User", "auth", "Auth", "Security(", "token", "permission", "api_key", "admin", "require_"],
            ["FastAPI(dependencies", "dependencies=[", "BaseHTTPMiddleware", "@app.middleware", "AuthenticationMiddleware"],
            "`Depends(…)` of the signed-in user"
        ),
        new(
            "Flask",
            ["Blueprint(", "flask"],
            [
                "login_required",
                "jwt_required",
                "token_required",
                "auth_required",
                "roles_required",
                "require_",
                "_required",
                "session[",
                "session.get",
                "in session",
                "current_user",
                "get_jwt",
                "g.user",
                "Authorization",
                "auth.",
                "api_key",
                "verify_token",
            ],
            ["before_request", "before_app_request", "FlaskView"],
            "`@login_required`"
        ),
        new(
            "ASP.NET Core",
            ["ControllerBase", "[Route"],
            ["[Authorize", "Authorize(", "ApiKey", "Signature"],
            ["FallbackPolicy", "RequireAuthorization", "AuthorizeFilter", "UseMiddleware"],
            "`[Authorize]`"
        ),
    ];

    /// <summary>What guards the routes of one file, as a regular expression for <c>git grep -E</c>.</summary>
    public string Pattern =>
        string.Join(
            '|',
            Guards.Select(word => word.Replace("[", "\\[", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal))
        );

    public bool HasRoutesIn(CodeFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Marks.All(file.File.Mentions);
    }

    public bool IsGuarded(CodeFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Guards.Any(file.File.Mentions);
    }

    public bool IsGuardedWhole(CodeFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Global.Any(file.File.Mentions);
    }
}
