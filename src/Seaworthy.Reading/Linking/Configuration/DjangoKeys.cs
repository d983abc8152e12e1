using System.Collections.Frozen;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>The <c>SECRET_KEY</c> of a Django in which nothing signs: no session, no form that is signed, no token.</summary>
/// <remarks>Source: Django documentation, "Settings", <c>SECRET_KEY</c>: what it is used for.</remarks>
internal static class DjangoKeys
{
    private const string Key = "SECRET_KEY";

    private static readonly FrozenSet<string> Applications = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.staticfiles",
            "django.contrib.postgres",
            "corsheaders",
            "django_celery_beat",
            "django_filters",
            "drf_spectacular",
            "rest_framework",
        ]
    );

    private static readonly FrozenSet<string> Middleware = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            "corsheaders.middleware.CorsMiddleware",
            "django.middleware.clickjacking.XFrameOptionsMiddleware",
            "django.middleware.common.CommonMiddleware",
            "django.middleware.gzip.GZipMiddleware",
            "django.middleware.locale.LocaleMiddleware",
            "django.middleware.security.SecurityMiddleware",
            "whitenoise.middleware.WhiteNoiseMiddleware",
        ]
    );

    private static readonly string[] SigningWords = ["auth", "crypt", "itsdangerous", "jose", "jwt", "session", "sign", "token"];

    /// <summary>Whether the value goes into that setting alone, and all that the project installs and imports leaves the setting alone.</summary>
    public static bool IsIdle(Component component, EnvironmentRead read)
    {
        var code = component.Code.Where(file => file.Language == Language.Python).ToList();
        return code.Find(file => file.File == read.Span.File) is { } settings
            && Settings(settings, Key).Any(setting => setting.Span.StartLine == read.Span.StartLine)
            && AreAll(settings, code, "INSTALLED_APPS", name => Applications.Contains(name) || IsOwn(name, code))
            && AreAll(settings, code, "MIDDLEWARE", Middleware.Contains)
            && code.SelectMany(file => file.Imports).All(import => !SigningWords.Any(word => Holds($"{import.Module}.{import.Name}", word)))
            && code.SelectMany(file => Mentions(file, Key))
                .All(mention => mention.File == settings.File && mention.StartLine == read.Span.StartLine);
    }

    /// <summary>A list that stands whole in one place, of nothing but names that are known.</summary>
    private static bool AreAll(CodeFile settings, List<CodeFile> code, string list, Predicate<string> isKnown) =>
        Settings(settings, list).ToList() is { Count: > 0 } values
        && values.TrueForAll(setting => setting.Value is CodeValue.Literal { Text: { } name } && isKnown(name))
        && code.Sum(file => Mentions(file, list).Count()) == 1;

    private static IEnumerable<FrameworkSetting> Settings(CodeFile file, string name) =>
        file.Settings.Where(setting => setting.Name == "django." + name);

    // "apps.orders", "apps.orders.apps.OrdersConfig"
    private static bool IsOwn(string application, List<CodeFile> code)
    {
        var directory = $"/{application.Split(".apps.")[0].Replace('.', '/')}/";
        return code.Exists(file => Holds("/" + file.File.Path, directory));
    }

    private static IEnumerable<SourceSpan> Mentions(CodeFile file, string name) =>
        WholeWords.Find(file.File.Text, name, char.IsAsciiLetterUpper).Select(at => new SourceSpan(file.File, at, name.Length));

    private static bool Holds(string text, string part) => text.Contains(part, StringComparison.Ordinal);
}
