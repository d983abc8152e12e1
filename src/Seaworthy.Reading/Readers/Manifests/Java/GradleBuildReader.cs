using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Lines;

namespace Seaworthy.Reading.Readers.Manifests.Java;

/// <summary>Reads build.gradle, build.gradle.kts and settings.gradle(.kts) line by line, as far as they are literals.</summary>
/// <remarks>Source: Gradle User Manual, "Using Plugins", "Declaring Dependencies", "Toolchains for JVM projects".</remarks>
internal sealed class GradleBuildReader : Reader
{
    private static readonly (string Word, DependencyKind Kind)[] Configurations =
    [
        ("implementation", DependencyKind.Runtime),
        ("api", DependencyKind.Runtime),
        ("compile", DependencyKind.Runtime),
        ("runtimeOnly", DependencyKind.Runtime),
        ("compileOnly", DependencyKind.Build),
        ("annotationProcessor", DependencyKind.Build),
        ("developmentOnly", DependencyKind.Development),
        ("testImplementation", DependencyKind.Development),
        ("testRuntimeOnly", DependencyKind.Development),
        ("testCompile", DependencyKind.Development),
    ];

    private static readonly string[] JavaVersion =
    [
        "sourceCompatibility",
        "targetCompatibility",
        "JavaLanguageVersion.of",
        "jvmToolchain",
        "jvmTarget",
    ];

    public override bool Accepts(string path) =>
        Path.GetFileName(path) is "build.gradle" or "build.gradle.kts" or "settings.gradle" or "settings.gradle.kts";

    public override Artifact? Read(FileSyntax file)
    {
        List<Fact<string>> plugins = [],
            modules = [];
        List<Dependency> dependencies = [];
        List<RuntimeRequirement> runtimes = [];
        JavaBuild build = new(file.File, "gradle");
        foreach (var line in SourceLine.Of(file.File))
        {
            var text = line.Trimmed;
            if (text.StartsWith("//", StringComparison.Ordinal))
            {
                continue;
            }

            var literal = Literal(text, 0);
            if (literal is not null && (StartsWith(text, "id") || StartsWith(text, "apply")))
            {
                plugins.Add(new Fact<string>(literal, line.Span));
            }
            else if (
                literal is not null
                && Configurations.FirstOrDefault(known => StartsWith(text, known.Word)) is { Word: not null } configuration
            )
            {
                dependencies.Add(Dependency(literal, text, configuration.Kind, line.Span));
            }
            else if (
                JavaVersion.FirstOrDefault(word => text.Contains(word, StringComparison.Ordinal)) is { } word
                && Number(text, word) is { } version
            )
            {
                runtimes.Add(new RuntimeRequirement("java", version, line.Span));
            }
            else if (literal is not null && StartsWith(text, "include"))
            {
                modules.AddRange(Literals(text).Select(module => new Fact<string>(module.TrimStart(':').Replace(':', '/'), line.Span)));
            }
            else if (literal is not null)
            {
                build = Property(build, text, new Fact<string>(literal, line.Span));
            }
        }

        return build with
        {
            Plugins = plugins,
            Modules = modules,
            Dependencies = dependencies,
            Runtimes = runtimes,
        };
    }

    private static JavaBuild Property(JavaBuild build, string text, Fact<string> value) =>
        StartsWith(text, "rootProject.name") ? build with { Name = value }
        : StartsWith(text, "version") ? build with { Version = value }
        : StartsWith(text, "group") ? build with { Group = value }
        : text.Contains("archiveFileName", StringComparison.Ordinal) || text.Contains("archiveBaseName", StringComparison.Ordinal)
            ? build with
            {
                ArchiveName = value,
            }
        : build;

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
