using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Code.Logging;
using Seaworthy.Reading.Linking.Dependencies;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>Secrets that programs write to their logs, with the variable each comes from: names of settings are followed to where they are read.</summary>
internal static class LoggedSecrets
{
    private const int DepthLimit = 8;

    // The password of accounts that a tool creates for its user, and prints.
    private static readonly HashSet<string> ForShow = new(StringComparer.OrdinalIgnoreCase) { "SEED", "DEMO", "TEMP" };

    // The path of a file, whatever its name says. Source: Google Cloud, "How Application Default Credentials works".
    private const string PathOfKey = "GOOGLE_APPLICATION_CREDENTIALS";

    private static readonly string[] Hidden = ["SecretStr", "bool(", "Boolean("];

    private static readonly string[] BrowserEndings = [".tsx", ".jsx", ".vue", ".svelte"];

    // Programs that people run to get a secret to keep.
    private static readonly string[] Makers = ["setup", "generate", "seed", "create", "reset", "init", "bootstrap"];

    // What somebody runs to look at something.
    private static readonly string[] ToolWords =
    [
        "debug",
        "check",
        "verify",
        "diagnose",
        "diagnostic",
        "diagnostics",
        "inspect",
        "test",
        "try",
        "demo",
        "example",
        "validate",
        "script",
        "fix",
        .. Makers,
    ];

    // Frameworks load these without an import.
    private static readonly HashSet<string> ByName = new(StringComparer.Ordinal)
    {
        "settings",
        "celery",
        "tasks",
        "wsgi",
        "asgi",
        "apps",
        "models",
        "main",
        "app",
        "index",
        "server",
        "worker",
        "middleware",
        "instrumentation",
        "gunicorn",
        "production",
        "base",
    };

    private static readonly HashSet<string> Programs = new(StringComparer.Ordinal)
    {
        "main.py",
        "app.py",
        "run.py",
        "manage.py",
        "server.py",
        "bot.py",
        "wsgi.py",
    };

    public static IReadOnlyList<LoggedSecret> Link(Deployment deployment, CodeModules modules, ProgramFiles loaded)
    {
        CodeValues values = new(modules);
        var read = Read(deployment, modules, loaded, values);
        return [.. read, .. Credentials(deployment, modules, loaded).Where(shown => !read.Exists(known => IsSameLine(known, shown)))];
    }

    private static bool IsSameLine(LoggedSecret one, LoggedSecret other) =>
        one.Span.File == other.Span.File && one.Span.StartLine == other.Span.StartLine;

    /// <summary>What lets users in, in programs that serve them; tools that are started by hand show it to their user.</summary>
    private static IEnumerable<LoggedSecret> Credentials(Deployment deployment, CodeModules modules, ProgramFiles loaded) =>
        from component in deployment.Components
        where component.Routes.Count > 0 || component.Code.Any(file => file.Listeners.Count > 0)
        where !component.IsStaticSite && !component.IsForPhones
        from file in component.Code
        where !file.IsTest && !IsOfBrowser(file.File) && !IsTool(file.File)
        where !FilePurposes.Has(file.File.Path, FilePurpose.Test | FilePurpose.Shown)
        from setting in file.Settings
        where setting.Name is LoggedValues.Credential or LoggedValues.CredentialInTrial
        let name = setting.Value is CodeValue.Literal literal ? literal.Text : ""
        where loaded.Of(component).Contains(file.File.Path) || !IsStartedByHand(file, deployment, modules)
        select new LoggedSecret(component, name, setting.Span)
        {
            IsOfUser = true,
            IsHash = CredentialNames.IsHash(name[(name.LastIndexOf('.') + 1)..]),
            IsOfProgram = true,
            IsForDevelopment = setting.Name == LoggedValues.CredentialInTrial,
        };

    private static bool IsOfBrowser(SourceFile file) =>
        Array.Exists(BrowserEndings, ending => file.Name.EndsWith(ending, StringComparison.Ordinal));

    private static List<LoggedSecret> Read(Deployment deployment, CodeModules modules, ProgramFiles loaded, CodeValues values) =>
        [
            .. from component in deployment.Components
            from file in component.Code
            where !file.IsTest && !FilePurposes.Has(file.File.Path, FilePurpose.Test | FilePurpose.Shown)
            where !component.IsStaticSite && !component.IsForPhones
            from setting in file.Settings
            where setting.Name.StartsWith(LoggedValues.Setting, StringComparison.Ordinal)
            from read in Reads(setting.Value, file, values, 0)
            where IsSecret(read.Name) && (read.Name != LoggedValues.Everything || component.Reads(name => SecretNames.IsSecret(name)))
            where !Words(file.File).Any(Makers.Contains) || !SecretNames.IsSecret(read.Name)
            select new LoggedSecret(component, read.Name == LoggedValues.Everything ? null : read.Name, setting.Span)
            {
                IsAddress = !SecretNames.IsSecret(read.Name) && read.Name != LoggedValues.Everything,
                IsOftenOpen = read.Default is CodeValue.Literal literal && IsOpen(literal.Text),
                IsOfProgram =
                    loaded.Of(component).Contains(file.File.Path) || (!IsTool(file.File) && !IsStartedByHand(file, deployment, modules)),
                IsForDevelopment =
                    setting.Name == LoggedValues.InDevelopment
                    || (setting.Name == LoggedValues.AsMain && !Programs.Contains(file.File.Name)),
            },
        ];

    // A Redis of one's own network seldom asks for a password, a file never.
    private static bool IsOpen(string address) =>
        !address.Contains('@', StringComparison.Ordinal)
        && (
            address.StartsWith("redis", StringComparison.Ordinal)
            || address.StartsWith("sqlite", StringComparison.Ordinal)
            || address.StartsWith("file:", StringComparison.Ordinal)
        );

    private static bool IsSecret(string name) =>
        name == LoggedValues.Everything || (LoggedValues.IsSecret(name) && name != PathOfKey && !name.Split('_').Any(ForShow.Contains));

    private static bool IsTool(SourceFile file) =>
        FilePurposes.Has(file.Path, FilePurpose.NoProgram) || Words(file).Any(ToolWords.Contains);

    private static IEnumerable<string> Words(SourceFile file) =>
        file.Name.Split('.')[0].Split('-', '_').Select(word => word.ToLowerInvariant());

    /// <summary>A script that serves nothing, and that no other file imports.</summary>
    private static bool IsStartedByHand(CodeFile file, Deployment deployment, CodeModules modules) =>
        file.Language is Language.JavaScript or Language.TypeScript or Language.Python
        && file.Routes.Count + file.Routers.Count + file.Listeners.Count == 0
        && !ByName.Contains(file.File.Name.Split('.')[0])
        && !deployment
            .Of<CodeFile>()
            .Any(other =>
                other.Language is Language.JavaScript or Language.TypeScript or Language.Python
                && other != file
                && other.Imports.Any(import => modules.Find(other, import.Module, import.Name).Contains(file))
            );

    /// <summary>The variables from which a value comes.</summary>
    private static IEnumerable<CodeValue.Environment> Reads(CodeValue value, CodeFile file, CodeValues values, int depth) =>
        depth > DepthLimit
            ? []
            : value switch
            {
                CodeValue.Environment read => [read],
                CodeValue.Concatenation all => all.Parts.SelectMany(part => Reads(part, file, values, depth + 1)),
                CodeValue.Choice { IsConditional: false } choice => choice.Options.SelectMany(option =>
                    Reads(option, file, values, depth + 1)
                ),
                CodeValue.Reference reference => Follow(reference, file, values, depth),
                _ => [],
            };

    private static IEnumerable<CodeValue.Environment> Follow(CodeValue.Reference reference, CodeFile file, CodeValues values, int depth)
    {
        var (first, rest) = CodeValues.Head(reference.Name);
        // An instance of a class of settings.
        if (
            rest.Length > 0
            && CodeValues.Constant(file, reference.Name) is null
            && CodeValues.Constant(file, first) is { Value: CodeValue.Reference { Name: var made } }
            && CodeValues.Constant(file, $"{made}.{rest}") is { } field
        )
        {
            return Of(field, file, values, depth);
        }

        return values.DefinitionOf(reference, file) is var (constant, holder) ? Of(constant, holder, values, depth) : [];
    }

    // Of pydantic's SecretStr only stars are written, and bool() tells whether there is a value.
    private static IEnumerable<CodeValue.Environment> Of(CodeConstant constant, CodeFile file, CodeValues values, int depth) =>
        Hidden.Any(word => constant.Span.Line.Contains(word, StringComparison.Ordinal))
            ? []
            : Reads(constant.Value, file, values, depth + 1);
}
