using System.Buffers;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.CommandUses;

/// <summary>The modules of a build of many that commands select: <c>mvn -pl module</c>, <c>gradle :module:task</c>.</summary>
/// <remarks>Sources: Apache Maven, "Guide to Working with Multiple Subprojects"; Gradle User Manual, "Command-Line Interface", Executing tasks, Name abbreviation.</remarks>
internal sealed class JavaModules(Deployment deployment)
{
    private const int MostModules = 2_000;

    private static readonly OptionGrammar Maven = new(
        """
        -f --file -pl --projects -rf --resume-from -P --activate-profiles -s --settings -gs --global-settings -t --toolchains -T --threads -D --define
        -b --builder -l --log-file
        """
    )
    {
        HasSingleDash = true,
    };

    private static readonly SearchValues<char> Computed = SearchValues.Create("${}*()");

    // A settings file that computes its projects.
    private static readonly SearchValues<string> Computing = SearchValues.Create(
        ["includeBuild", "includeFlat", "each", "forEach", "listFiles", "walk", "for (", "for(", "apply"],
        StringComparison.OrdinalIgnoreCase
    );

    private readonly Dictionary<string, JavaBuild> poms = deployment
        .Of<JavaBuild>()
        .Where(build => build.Tool == "maven")
        .GroupBy(build => build.File.Directory, StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);

    private readonly Dictionary<string, JavaBuild> settings = deployment
        .Of<JavaBuild>()
        .Where(build => build.File.Name.StartsWith("settings.", StringComparison.Ordinal))
        .GroupBy(build => build.File.Directory, StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);

    public IEnumerable<NameUse> Of(CommandSite site)
    {
        if ((poms.Count == 0 && settings.Count == 0) || site.IsAssumed || site.Directories is not [var directory])
        {
            return [];
        }

        var line = CommandLine.Of(site.Command);
        return line.Program switch
        {
            "mvn" or "mvnw" => OfMaven(site, line, directory),
            "gradle"
            or "gradlew" when line.Arguments.All(word => word.Literal is not ("-p" or "--project-dir" or "-c" or "--settings-file")) =>
                OfGradle(site, line, directory),
            _ => [],
        };
    }

    private IEnumerable<NameUse> OfMaven(CommandSite site, CommandLine line, string directory)
    {
        var options = line.Options(Maven);
        var file = options.Value("-f", "--file");
        var root =
            file is null ? directory
            : site.Variables.Value(file) is { } path
                ? RepositoryPath.Join(directory, path.EndsWith(".xml", StringComparison.Ordinal) ? path + "/.." : path)
            : null;
        if (root is null || !poms.TryGetValue(root, out var pom) || Reactor(pom) is not { } reactor)
        {
            yield break;
        }

        foreach (var word in options.Values("-pl", "--projects"))
        {
            foreach (
                var selector in (word.Literal ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            )
            {
                // Excluded or optional ones may be absent.
                var name = selector.TrimStart('+');
                if (name.Length == 0 || name[0] is '!' or '-' or '?' || name.AsSpan().ContainsAny(Computed))
                {
                    continue;
                }

                var found =
                    name.Contains(':', StringComparison.Ordinal)
                        ? reactor.Find(module => module.Name?.Value == name[(name.LastIndexOf(':') + 1)..])
                    : RepositoryPath.Join(root, name.EndsWith("/pom.xml", StringComparison.Ordinal) ? name[..^8] : name) is { } full
                        ? reactor.Find(module => module.File.Directory == full)
                    : pom;
                yield return new NameUse(NameRole.BuildModule, name, word.Span, site.Subject, found?.File.Whole)
                {
                    In = pom.File.Path,
                    Tool = "mvn",
                    Candidates = [.. reactor.Where(module => module != pom).Select(module => Below(root, module.File.Directory))],
                    IsConditional = site.IsConditional,
                };
            }
        }
    }

    private static string Below(string root, string directory) =>
        root.Length > 0 && directory.StartsWith(root + "/", StringComparison.Ordinal) ? directory[(root.Length + 1)..] : directory;

    /// <summary>The project and all its modules; null when one is unknown.</summary>
    private List<JavaBuild>? Reactor(JavaBuild root)
    {
        List<JavaBuild> found = [root];
        for (var index = 0; index < found.Count && found.Count < MostModules; index++)
        {
            foreach (var module in found[index].Modules)
            {
                var path = module.Value.Trim();
                if (
                    path.AsSpan().ContainsAny(Computed)
                    || RepositoryPath.Join(found[index].File.Directory, path) is not { } directory
                    || !poms.TryGetValue(directory, out var pom)
                )
                {
                    return null;
                }

                if (!found.Contains(pom))
                {
                    found.Add(pom);
                }
            }
        }

        return found;
    }

    private IEnumerable<NameUse> OfGradle(CommandSite site, CommandLine line, string directory)
    {
        var root = RepositoryPath.Ancestors(directory).FirstOrDefault(settings.ContainsKey);
        if (root is null || settings[root].File.Text.AsSpan().ContainsAny(Computing))
        {
            yield break;
        }

        var build = settings[root];
        foreach (var word in line.Arguments)
        {
            if (
                word.Literal is not [':', ..]
                || word.Literal.Split(':')[1..] is not { Length: > 1 } parts
                || word.Literal.AsSpan().ContainsAny(Computed)
            )
            {
                continue;
            }

            var project = parts[..^1];
            yield return new NameUse(
                NameRole.BuildModule,
                ":" + string.Join(':', project),
                word.Span,
                site.Subject,
                Array.TrueForAll(project, part => IsMentioned(build.File.Text, part)) ? build.File.Whole : null
            )
            {
                In = build.File.Path,
                Tool = "gradle",
                Candidates = [.. build.Modules.Select(module => ":" + module.Value.Replace('/', ':'))],
                IsConditional = site.IsConditional,
            };
        }
    }

    /// <summary>Gradle accepts abbreviated names, so any word with this beginning may be meant; very short ones decide nothing.</summary>
    private static bool IsMentioned(string text, string part)
    {
        for (
            var at = text.IndexOf(part, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = text.IndexOf(part, at + 1, StringComparison.OrdinalIgnoreCase)
        )
        {
            if (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1]))
            {
                return true;
            }
        }

        return part.Length < 3;
    }
}
