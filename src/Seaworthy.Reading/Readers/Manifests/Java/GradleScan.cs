using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Lines;

namespace Seaworthy.Reading.Readers.Manifests.Java;

/// <summary>Collects what the lines of a Gradle script state in literals.</summary>
internal sealed class GradleScan(JavaBuild build)
{
    private static readonly DependencySection[] Configurations =
    [
        new("implementation", DependencyKind.Runtime),
        new("api", DependencyKind.Runtime),
        new("compile", DependencyKind.Runtime),
        new("runtimeOnly", DependencyKind.Runtime),
        new("compileOnly", DependencyKind.Build),
        new("annotationProcessor", DependencyKind.Build),
        new("developmentOnly", DependencyKind.Development),
        new("testImplementation", DependencyKind.Development),
        new("testRuntimeOnly", DependencyKind.Development),
        new("testCompile", DependencyKind.Development),
    ];

    private static readonly string[] JavaVersion =
    [
        "sourceCompatibility",
        "targetCompatibility",
        "options.release",
        "JavaLanguageVersion.of",
        "jvmToolchain",
        "jvmTarget",
    ];

    private readonly List<Fact<string>> plugins = [];
    private readonly List<Fact<string>> modules = [];
    private readonly List<Dependency> dependencies = [];
    private readonly List<RuntimeRequirement> runtimes = [];
    private readonly List<Fact<string>> aliases = [];
    private JavaBuild build = build;
    private DependencySection? last;

    public JavaBuild Result =>
        build with
        {
            Plugins = plugins,
            Modules = modules,
            Dependencies = dependencies,
            Runtimes = runtimes,
            CatalogAliases = aliases,
        };

    public void Take(SourceLine line)
    {
        var text = line.Trimmed;
        if (text.Length == 0 || text.StartsWith("//", StringComparison.Ordinal))
        {
            return;
        }

        if (StartsWith(text, "subprojects") || StartsWith(text, "allprojects"))
        {
            build = build with { ConfiguresModules = true };
        }

        if (Alias(text) is { } alias)
        {
            aliases.Add(new Fact<string>(alias, line.Span));
        }

        var java = JavaVersion.FirstOrDefault(word => text.Contains(word, StringComparison.Ordinal));
        if (java is not null && Number(text, java) is { } version)
        {
            runtimes.Add(new RuntimeRequirement("java", version, line.Span));
        }
        else if (Literal(text, 0) is { } literal)
        {
            TakeLiteral(line, text, literal);
        }
    }

    private void TakeLiteral(SourceLine line, string text, string literal)
    {
        if (StartsWith(text, "id") || StartsWith(text, "apply"))
        {
            plugins.Add(new Fact<string>(literal, line.Span));
        }
        else if (Configuration(text) is { } configuration)
        {
            last = text.EndsWith(',') ? configuration : null;
            if (literal.Contains(':', StringComparison.Ordinal))
            {
                dependencies.Add(Dependency(literal, text, configuration.Kind, line.Span));
            }
        }
        else if (StartsWith(text, "include"))
        {
            modules.AddRange(Literals(text).Select(module => new Fact<string>(module.TrimStart(':').Replace(':', '/'), line.Span)));
        }
        else
        {
            build = Property(build, text, new Fact<string>(literal, line.Span));
        }
    }

    /// <summary><c>implementation(libs.spring.boot.web)</c>, <c>alias(libs.plugins.spring.boot)</c>, <c>implementation(projects.common)</c>; those of tests left out.</summary>
    private static string? Alias(string text)
    {
        var at = text.IndexOf("libs.", StringComparison.Ordinal);
        at = at < 0 ? text.IndexOf("(projects.", StringComparison.Ordinal) + 1 : at;
        if (at <= 0 || text.StartsWith("test", StringComparison.Ordinal))
        {
            return null;
        }

        var end = at;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '-' or '_'))
        {
            end++;
        }

        return text[at..end];
    }

    // After a comma the list goes on with nothing but the next coordinates on a line.
    private DependencySection? Configuration(string text) =>
        text[0] is '"' or '\'' ? last : Configurations.FirstOrDefault(known => StartsWith(text, known.Key));

    private static JavaBuild Property(JavaBuild build, string text, Fact<string> value) =>
        StartsWith(text, "rootProject.name") ? build with { Name = value }
        : StartsWith(text, "version") ? build with { Version = value }
        : StartsWith(text, "group") ? build with { Group = value }
        : IsImage(text) ? build with { ImageNames = [.. build.ImageNames, value] }
        : text.Contains("archiveFileName", StringComparison.Ordinal) || text.Contains("archiveBaseName", StringComparison.Ordinal)
            ? build with
            {
                ArchiveName = value,
            }
        : build;

    /// <summary><c>jib { to { image = "x" } }</c>, <c>bootBuildImage { imageName = "x" }</c>.</summary>
    private static bool IsImage(string text) =>
        StartsWith(text, "imageName")
        || StartsWith(text, "to.image")
        || StartsWith(text, "jib.to.image")
        || (StartsWith(text, "image") && text.Contains('=', StringComparison.Ordinal));

    private static Dependency Dependency(string coordinates, string text, DependencyKind kind, SourceSpan span)
    {
        if (text.Contains("project(", StringComparison.Ordinal))
        {
            return new Dependency(coordinates, null, kind, DependencySource.Workspace, span)
            {
                Location = coordinates.TrimStart(':').Replace(':', '/'),
            };
        }

        var parts = coordinates.Split(':');
        return new Dependency(string.Join(':', parts.Take(2)), parts.ElementAtOrDefault(2), kind, DependencySource.Registry, span);
    }

    private static bool StartsWith(string text, string word) =>
        text.StartsWith(word, StringComparison.Ordinal)
        && text.Length > word.Length
        && text[word.Length] is ' ' or '(' or '=' or '\t' or '.';

    /// <summary><c>17</c> in <c>JavaVersion.VERSION_17</c>, <c>'17'</c>, <c>of(17)</c>, <c>1_8</c>.</summary>
    private static string? Number(string text, string word)
    {
        var at = text.IndexOfAny(
            ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
            text.IndexOf(word, StringComparison.Ordinal) + word.Length
        );
        var end = at;
        while (end >= 0 && end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' or '_'))
        {
            end++;
        }

        return at < 0 ? null : text[at..end].Replace('_', '.');
    }

    private static IEnumerable<string> Literals(string text)
    {
        var at = 0;
        while (Literal(text, at) is { } literal)
        {
            yield return literal;
            at = text.IndexOf(literal, at, StringComparison.Ordinal) + literal.Length + 1;
        }
    }

    private static string? Literal(string text, int from)
    {
        var start = from >= text.Length ? -1 : text.IndexOfAny(['"', '\''], from);
        var end = start < 0 ? -1 : text.IndexOf(text[start], start + 1);
        return end > start + 1 && start >= 0 ? text[(start + 1)..end] : null;
    }
}
