using System.Collections.Frozen;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Code.JavaScript;
using Seaworthy.Reading.Linking.Dependencies;
using Seaworthy.Reading.Linking.Jvm;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>Secrets that code reads, with the literals it uses when they are not set.</summary>
internal static class SecretDefaults
{
    // What a program writes down for a variable that is not there.
    private static readonly FrozenSet<string> Nothing = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ["null", "undefined", "none", "false", "true", "nil", "not set", "not_set", "unset", "missing", "(not set)"]
    );

    private const int MostOfCollection = 2000;

    private static readonly IReadOnlyList<string> ToolNames =
    [
        "locustfile",
        "debug_",
        "create_",
        "create-",
        "seed",
        "setup_",
        "check_",
        "check-",
        "run_sim",
        "simulat",
    ];

    private static readonly IReadOnlyList<string> GuardWords = ["not", "assert", "ensure", "forbid", "reject", "refuse", "check"];

    public static IReadOnlyList<SecretDefault> Link(Deployment deployment)
    {
        UnusedSettings settings = new(deployment);
        Lazy<UnreadProperties> properties = new(() => new UnreadProperties(deployment));
        Lazy<UnimportedModules> modules = new(() => new UnimportedModules(deployment));
        var demands = deployment
            .Of<ComposeFile>()
            .SelectMany(file => file.Demands)
            .ToLookup(demand => demand.Value, StringComparer.Ordinal);
        return [.. deployment.Components.SelectMany(component => In(component, deployment, read => IsUnused(component, read), demands))];

        bool IsUnused(Component component, EnvironmentRead read) =>
            settings.Hold(read)
            || (deployment.At<CodeFile>(read.Span.File.Path) is { } file && modules.Value.Hold(file))
            || (component.Properties.Count > 0 && properties.Value.Hold(component, read))
            || DjangoKeys.IsIdle(component, read);
    }

    private static IEnumerable<SecretDefault> In(
        Component component,
        Deployment deployment,
        Predicate<EnvironmentRead> isUnused,
        ILookup<string, Fact<string>> demands
    )
    {
        var reads = Secrets(component, deployment).ToList();
        var all = component.Code.SelectMany(file => file.EnvironmentReads).ToList();
        var chained = Chained(all);
        var bare = all.Where(read => read.Default is null).Select(read => read.Name).ToHashSet(StringComparer.Ordinal);
        return reads
            .Where(read => !reads.Exists(outer => IsFallbackOf(outer, read)) && !IsBacked(read, chained, bare))
            .GroupBy(read => read.Name, StringComparer.Ordinal)
            .Select(same => Of(component, same.Key, [.. same], isUnused, demands));
    }

    /// <summary>In <c>getenv("JWT_KEY", getenv("KEY", "literal"))</c> the older name is in for the newer: the literal is the newer one's.</summary>
    private static bool IsFallbackOf(EnvironmentRead outer, EnvironmentRead read) =>
        outer.Span.File == read.Span.File && outer.Span.Start < read.Span.Start && outer.Span.End >= read.Span.End;

    /// <summary>The variables that are in the default of another, each where it stands.</summary>
    private static ILookup<NamedPlace, CodeValue.Environment> Chained(IEnumerable<EnvironmentRead> all) =>
        all.SelectMany(read => Variables(read.Default))
            .ToLookup(inner => new NamedPlace(inner.Span.File, inner.Span.StartLine, inner.Name));

    /// <summary>The literal comes after another variable, without which the program does not work either: <c>OTP_SECRET || JWT_SECRET || "literal"</c>.</summary>
    private static bool IsBacked(EnvironmentRead read, ILookup<NamedPlace, CodeValue.Environment> chained, HashSet<string> bare) =>
        Variables(read.Default).Any(inner => bare.Contains(inner.Name))
        || (bare.Contains(read.Name) && chained.Contains(new NamedPlace(read.Span.File, read.Span.StartLine, read.Name)));

    private static IEnumerable<CodeValue.Environment> Variables(CodeValue? value) =>
        value switch
        {
            CodeValue.Environment inner => Variables(inner.Default).Prepend(inner),
            CodeValue.Choice { IsConditional: false } choice => choice.Options.SelectMany(Variables),
            _ => [],
        };

    private static IEnumerable<EnvironmentRead> Secrets(Component component, Deployment deployment) =>
        component
            .Code.Where(file =>
                !FilePurposes.Has(file.File.Path, FilePurpose.NoProgram)
                && file.File.Name is not ['.', ..]
                && !ToolNames.Any(name => file.File.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                // cmd/check-tables/main.go
                && !(
                    file.Language == Language.Go
                    && ToolNames.Any(name =>
                        RepositoryPath.NameOf(file.File.Directory).StartsWith(name, StringComparison.OrdinalIgnoreCase)
                    )
                )
            )
            .SelectMany(file => file.EnvironmentReads)
            .Concat(OfProperties(component))
            .Where(read => !IsInSettings(read, deployment))
            .Where(read => !read.IsBuildTime && SecretNames.IsSecret(read.Name));

    /// <summary>Nest checks the environment against the schema before it makes anything.</summary>
    /// <remarks>Nest documentation, "Configuration", "Schema validation".</remarks>
    private static bool IsDemandedAtStart(Component component, IReadOnlyList<EnvironmentRead> reads) =>
        reads.Any(read => read is { Schema: "joi", Demand: Demand.Required })
        && component.Code.SelectMany(file => file.Settings).Any(setting => setting.Name == JavaScriptSchemas.NestValidation);

    /// <summary>Code of the component sets the variable when it is loaded, so a later read in a function finds it set.</summary>
    private static bool IsSetBefore(Component component, EnvironmentRead read) =>
        !PackageImportLinker.IsAtTop(read.Span)
        && component.Code.SelectMany(file => file.Settings).Any(setting => setting.Name == JavaScriptEnvironment.Written + read.Name);

    /// <summary>The program's own appsettings.json, or that of a project beside it which the library is for, has the key: the default behind it never comes to bear.</summary>
    private static bool IsInSettings(EnvironmentRead read, Deployment deployment) =>
        read.Schema == "IConfiguration"
        && RepositoryPath.Ancestors(read.Span.File.Directory).ToList() is var around
        && deployment
            .Of<AppSettings>()
            .Where(settings =>
                around.Contains(settings.File.Directory)
                || (settings.File.Directory.Length > 0 && around.Contains(RepositoryPath.Parent(settings.File.Directory)))
            )
            .Any(settings =>
                settings.Environment is null
                && read.Aliases.Append(read.Name).Any(key => settings.Find(key.Replace("__", ":", StringComparison.Ordinal)) is not null)
            );

    /// <summary>On the JVM the files of properties and the source take the same names.</summary>
    private static IEnumerable<EnvironmentRead> OfProperties(Component component)
    {
        if (component.Properties.Count == 0 && component.Code.All(file => file.PropertyReads.Count == 0))
        {
            return [];
        }

        var keys = component
            .Properties.SelectMany(file => file.All)
            .Select(property => property.Canonical)
            .ToHashSet(StringComparer.Ordinal);
        return JvmReads
            .OfEveryFile(component.Properties)
            .Concat(JvmReads.OfSource(component.Code, name => keys.Contains(PropertyNames.Canonical(name))));
    }

    private static SecretDefault Of(
        Component component,
        string name,
        IReadOnlyList<EnvironmentRead> reads,
        Predicate<EnvironmentRead> isUnused,
        ILookup<string, Fact<string>> demands
    )
    {
        if (IsDemandedAtStart(component, reads))
        {
            return new SecretDefault(component, name, reads, [], 0);
        }

        // envalid's devDefault holds in development alone: elsewhere the variable is required.
        var literals = reads
            .Where(read =>
                read.Demand != Demand.Required
                && Literal(read.Default) is { } text
                && !IsSetBefore(component, read)
                && (SecretNames.IsSigningKey(name) || !SecretNames.IsForAll(text))
            )
            .ToList();
        return new SecretDefault(
            component,
            name,
            reads,
            literals,
            literals.Select(read => Literal(read.Default)).Distinct(StringComparer.Ordinal).Count()
        )
        {
            IsUnused = SecretNames.IsSigningKey(name) && literals.Count > 0 && literals.TrueForAll(isUnused),
            Guard =
                literals
                    .Select(read => Demanded(read, reads) ?? Compared(read) ?? Complaint(component, name))
                    .FirstOrDefault(guard => guard is not null)
                ?? (literals.Count > 0 ? demands[name].FirstOrDefault()?.Span : null),
        };
    }

    private static SourceSpan? Demanded(EnvironmentRead literal, IReadOnlyList<EnvironmentRead> reads) =>
        reads
            .Where(read => read.Default is null && (read.Demand == Demand.Required || read.Span.File == literal.Span.File))
            .Select(read => (SourceSpan?)read.Span)
            .FirstOrDefault();

    /// <summary>A text of the program that says what the variable has to be: <c>"JWT_SECRET must be at least 64 characters"</c>.</summary>
    private static SourceSpan? Complaint(Component component, string name)
    {
        foreach (var file in component.Code.Select(code => code.File))
        {
            var text = $"{name} must ";
            var at = file.Text.IndexOf(text, StringComparison.Ordinal);
            if (at > 0 && file.Text[at - 1] is '"' or '\'' or '`')
            {
                return new SourceSpan(file, at, text.Length);
            }
        }

        return null;
    }

    /// <summary>The same literal once more in the file: <c>if secret == "default-secret": raise</c>.</summary>
    private static SourceSpan? Compared(EnvironmentRead read)
    {
        var (file, text) = (read.Span.File, Literal(read.Default) ?? "");
        for (
            var at = text.Length > 0 ? file.Text.IndexOf(text, StringComparison.Ordinal) : -1;
            at >= 0;
            at = file.Text.IndexOf(text, at + text.Length, StringComparison.Ordinal)
        )
        {
            SourceSpan found = new(file, at, text.Length);
            if (
                IsComparison(found.Line)
                || IsGuard(found.Line, read.Name)
                || !IsIn(read.Span, at) && (ConstantOf(found) ?? CollectionOf(found)) is { } constant && IsCompared(file, constant)
            )
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>A function of the program gets the forbidden value of the variable: <c>VarNotSetTo("JWT_SECRET", "test-secret")</c>.</summary>
    private static bool IsGuard(string line, string name) =>
        line.IndexOf('(', StringComparison.Ordinal) is > 0 and var open
        && line.AsSpan(open).Contains($"\"{name}\"", StringComparison.Ordinal)
        && GuardWords.Any(word => line.IndexOf(word, 0, open, StringComparison.OrdinalIgnoreCase) >= 0);

    private static bool IsIn(SourceSpan span, int at) => span.Start <= at && at < span.End;

    /// <summary><c>const devSecret = "change-me"</c> gives the literal a name for good, and code may compare with that.</summary>
    private static string? ConstantOf(SourceSpan literal)
    {
        var line = literal.Line;
        var before = line.AsSpan(0, Math.Max(0, line.IndexOf(literal.Text, StringComparison.Ordinal))).TrimEnd(" \t\"'`");
        if (before is not [.., '='])
        {
            return null;
        }

        var target = before[..^1].TrimEnd(" :\t");
        var name = target[(target.LastIndexOf(' ') + 1)..];
        var isConstant =
            line.Split(' ').Any(word => word is "const" or "final" or "readonly")
            || (name.Contains('_') && !name.ContainsAnyInRange('a', 'z') && name.Length == target.Length)
            || (
                name.Length == target.Length
                && (name.Contains("placeholder", StringComparison.Ordinal) || name.Contains("insecure", StringComparison.Ordinal))
            );
        return isConstant && name.Length > 2 && !name.ContainsAny('(', '[', '{') ? name.ToString() : null;
    }

    /// <summary><c>insecure = {"change-me", "dev-secret"}</c> lists the literal among others, on one line or several; nothing but texts stands between.</summary>
    private static string? CollectionOf(SourceSpan literal)
    {
        var text = literal.File.Text;
        var open = literal.Start - 1;
        for (
            var inText = true;
            open >= 0 && literal.Start - open < MostOfCollection && (inText || text[open] is not ('{' or '[' or '('));
            open--
        )
        {
            if (text[open] is '"' or '\'' or '`')
            {
                inText = !inText;
            }
            else if (!inText && text[open] != ',' && !char.IsWhiteSpace(text[open]))
            {
                return null;
            }
        }

        if (open <= 0 || text[open] is not ('{' or '[' or '('))
        {
            return null;
        }

        // "new Set([": a collection around a collection.
        var line = text.AsSpan(text.LastIndexOf('\n', open) + 1, open - text.LastIndexOf('\n', open) - 1);
        var equals = line.LastIndexOf('=');
        var target = equals < 0 ? default : line[..equals].TrimEnd(" :\t");
        var end = target.IndexOf(':') is > 0 and var colon ? colon : target.Length;
        var name = target[..end][(target[..end].TrimEnd().LastIndexOf(' ') + 1)..];
        return name.Length > 2 && !name.ContainsAny('(', '[', '{') && !name.Contains('.') ? name.ToString() : null;
    }

    private static bool IsCompared(SourceFile file, string name) =>
        file.Text.Split('\n').Any(line => IsComparison(line) && line.Contains(name, StringComparison.Ordinal));

    private static bool IsComparison(string line) =>
        line.Contains("==", StringComparison.Ordinal)
        || line.Contains("!=", StringComparison.Ordinal)
        || line.Contains(" in ", StringComparison.Ordinal)
        || line.Contains(".includes(", StringComparison.Ordinal)
        || line.Contains(".has(", StringComparison.Ordinal)
        || line.Contains(".contains(", StringComparison.OrdinalIgnoreCase);

    /// <summary>The text that is used when the variable is unset; null for none, an empty one, or one that depends on something.</summary>
    private static string? Literal(CodeValue? value) =>
        value switch
        {
            CodeValue.Literal { Text: { Length: > 1 } text } when !IsName(text) && !IsAmount(text) && !Nothing.Contains(text) => text,
            CodeValue.Environment { Default: { } inner } => Literal(inner),
            CodeValue.Choice { IsConditional: false } choice => Literal(choice.Options.LastOrDefault()),
            _ => null,
        };

    // RATE_LIMIT_TOKEN of 30.
    private static bool IsAmount(string text) => text.Length < 5 && text.All(char.IsAsciiDigit);

    // The name of another variable, or of the one that holds a file's path: JWT_SECRET_FILE.
    private static bool IsName(string text) =>
        text.Contains('_', StringComparison.Ordinal) && text.All(letter => char.IsAsciiLetterUpper(letter) || letter == '_');

    private sealed record NamedPlace(SourceFile File, int Line, string Name);
}
