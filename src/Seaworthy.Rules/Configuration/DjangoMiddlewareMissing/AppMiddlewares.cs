using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Known;

namespace Seaworthy.Rules.Configuration;

/// <summary>Settings of Django with literal lists of applications and of middleware.</summary>
/// <remarks>Source: Django documentation, "Settings", INSTALLED_APPS and MIDDLEWARE. A class that stands in for a middleware, and settings that add it, name it.</remarks>
internal static class AppMiddlewares
{
    private const string Applications = "django.INSTALLED_APPS";
    private const string Middleware = "django.MIDDLEWARE";

    public static IReadOnlyList<AppMiddleware> Link(Deployment deployment) =>
        [
            .. from component in deployment.Components
            where component.Language == Language.Python
            from file in component.Code
            where file.Settings.Any(setting => setting.Name == Applications) && !file.IsTest && !IsForOthers(file.File.Path)
            let list = file.Settings.Where(setting => setting.Name == Middleware).ToList()
            where list.Count > 0 && list.All(setting => setting.Value is CodeValue.Literal)
            from needed in DjangoMiddleware.All
            let installed = Installed(file, needed.App)
            where installed is not null
            let package = needed.Package is null ? null : AskedRelease.Package(component, needed.Package)
            where needed.Package is null || (package is not null && AskedRelease.Of(deployment, package, needed.Since ?? "0").IsReached)
            select new AppMiddleware(needed, installed, list[0])
            {
                Package = package,
                IsMissing = !component.Code.Any(other => other.Language == Language.Python && other.File.Mentions(needed.Name)),
            },
        ];

    private static FrameworkSetting? Installed(CodeFile file, string app) =>
        file.Settings.FirstOrDefault(setting =>
            setting.Name == Applications
            && setting.Value is CodeValue.Literal { Text: var text }
            && (
                text == app
                || (text.StartsWith(app + ".apps.", StringComparison.Ordinal) && text.EndsWith("Config", StringComparison.Ordinal))
            )
        );

    private static bool IsForOthers(string path) =>
        path.Split('/', '_', '-', '.')
            .Any(part =>
                part.ToUpperInvariant()
                    is "DEV"
                        or "DEVELOPMENT"
                        or "LOCAL"
                        or "TEST"
                        or "TESTS"
                        or "TESTING"
                        or "EXAMPLE"
                        or "EXAMPLES"
                        or "SAMPLE"
            );
}
