using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>Modules that Django imports as it starts because its settings name them in strings.</summary>
/// <remarks>Source: Django documentation, "Applications", "Middleware", "Settings": INSTALLED_APPS, MIDDLEWARE, ROOT_URLCONF.</remarks>
internal static class DjangoImports
{
    private const string Applications = "django.INSTALLED_APPS";

    private static readonly string[] ForOthers = ["dev", "local", "test", "example", "sample", "debug"];

    /// <summary>Those that every start demands: of settings for development, and of lists that grow or that a condition chooses, none.</summary>
    public static IReadOnlyList<CodeImport> Of(CodeFile file) =>
        file.Settings.Any(setting => setting.Name == Applications)
        && file.File.Text.Contains("\nINSTALLED_APPS = [", StringComparison.Ordinal)
        && !IsForOthers(file.File.Path)
            ?
            [
                .. from setting in file.Settings
                where setting.Name is Applications or "django.MIDDLEWARE" or "django.ROOT_URLCONF"
                group setting by setting.Name into same
                where IsStated(file.File, same.Key["django.".Length..])
                from setting in same
                let import = Import(setting)
                where import is not null
                select import,
            ]
            : [];

    private static CodeImport? Import(FrameworkSetting setting)
    {
        if (
            setting.Value is not CodeValue.Literal { Text: var text }
            || text is "" or [.., '.']
            || !text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_')
        )
        {
            return null;
        }

        var dot = text.LastIndexOf('.');
        var isName = setting.Name == "django.MIDDLEWARE" || (dot > 0 && char.IsAsciiLetterUpper(text[dot + 1]));
        return isName && dot <= 0 ? null
            : isName ? new CodeImport(text[..dot], text[(dot + 1)..], text, false, setting.Span)
            : new CodeImport(text, null, text, false, setting.Span);
    }

    /// <summary>Once, at the beginning of a line: nothing before it decides, and nothing behind it takes anything out.</summary>
    private static bool IsStated(SourceFile file, string name) =>
        file.Text.Split(name).Length - 1 is 1 && file.Text.Contains($"\n{name} = ", StringComparison.Ordinal);

    private static bool IsForOthers(string path) =>
        path.Split('/', '_', '-', '.').Any(part => ForOthers.Contains(part, StringComparer.OrdinalIgnoreCase));
}
