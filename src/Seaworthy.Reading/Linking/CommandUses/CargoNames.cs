using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.CommandUses;

/// <summary>The binaries and test targets of a Cargo workspace that commands name.</summary>
/// <remarks>Source: The Cargo Book, "Cargo Targets": target auto-discovery.</remarks>
internal sealed class CargoNames(Deployment deployment)
{
    private static readonly OptionGrammar Grammar = new(
        "--test --bin -p --package --features -F --target --manifest-path -j --jobs --example --bench --target-dir --profile"
    );

    private readonly IReadOnlyList<CargoManifest> manifests = [.. deployment.Of<CargoManifest>()];

    public IEnumerable<NameUse> Of(CommandSite site)
    {
        if (manifests.Count == 0 || site.Directories is not [var directory, ..])
        {
            yield break;
        }

        // A word without a stroke is a program of the system, wherever the shell stands.
        if (
            site.Command.Words is [{ Literal: { } program } word, ..]
            && program.Contains('/', StringComparison.Ordinal)
            && Binary(site, directory, program, word) is { } binary
        )
        {
            yield return binary;
        }

        var line = CommandLine.Of(site.Command);
        if (line is { Program: "cargo", Verb: "test" or "nextest" })
        {
            foreach (
                var test in CommandOptions
                    .Read([.. line.Arguments.TakeWhile(argument => argument.Literal != "--")], Grammar)
                    .Values("--test")
            )
            {
                if (
                    test.Literal is { Length: > 0 } name
                    && !name.AsSpan().ContainsAny("*?[$")
                    && Test(site, directory, name, test) is { } use
                )
                {
                    yield return use;
                }
            }
        }
    }

    private NameUse? Binary(CommandSite site, string directory, string program, ShellWord word)
    {
        var path = RepositoryPath.Join(directory, program);
        if (path is null || !IsTargetBinary(path, out var root, out var name) || Members(root) is not { Count: > 0 } members)
        {
            return null;
        }

        var definition = members.SelectMany(Binaries).FirstOrDefault(binary => binary.Value == name)?.Span;
        return new NameUse(NameRole.Binary, name, word.Span, site.Subject, definition)
        {
            In = members[0].File.Path,
            Candidates = [.. members.SelectMany(Binaries).Select(binary => binary.Value).Distinct(StringComparer.Ordinal)],
            Related = members[0].Name?.Span,
            IsConditional = site.IsConditional,
        };
    }

    private static bool IsTargetBinary(string path, out string root, out string name)
    {
        var segments = path.Split('/');
        name = segments[^1];
        root = segments.Length >= 3 ? string.Join('/', segments[..^3]) : "";
        return segments.Length >= 3
            && segments[^3] == "target"
            && segments[^2] is "release" or "debug"
            && name.Length > 0
            && !name.AsSpan().ContainsAny("$*?.");
    }

    private List<CargoManifest> Members(string root) =>
        manifests.Any(manifest => manifest.File.Directory == root)
            ?
            [
                .. manifests.Where(manifest =>
                    manifest.IsPackage
                    && (
                        root.Length == 0
                        || manifest.File.Directory == root
                        || manifest.File.Directory.StartsWith(root + "/", StringComparison.Ordinal)
                    )
                ),
            ]
            : [];

    private IEnumerable<Fact<string>> Binaries(CargoManifest manifest)
    {
        foreach (var binary in manifest.Binaries)
        {
            if (binary.Name is { } name)
            {
                yield return name;
            }
        }

        if (!manifest.FindsBinaries)
        {
            yield break;
        }

        var directory = manifest.File.Directory;
        if (manifest.Name is { } own && deployment.Tree.HasFile(RepositoryPath.Join(directory, "src/main.rs") ?? ""))
        {
            yield return own;
        }

        foreach (var file in deployment.Tree.FilesUnder(RepositoryPath.Join(directory, "src/bin") ?? ""))
        {
            var name = RepositoryPath.NameOf(file.Path);
            yield return new Fact<string>(
                name == "main.rs"
                    ? RepositoryPath.NameOf(RepositoryPath.Parent(file.Path))
                    : name.Replace(".rs", "", StringComparison.Ordinal),
                manifest.File.Whole
            );
        }
    }

    private NameUse? Test(CommandSite site, string directory, string name, ShellWord word)
    {
        var root = RepositoryPath.Ancestors(directory).FirstOrDefault(at => manifests.Any(manifest => manifest.File.Directory == at));
        if (root is null)
        {
            return null;
        }

        var owner = manifests.First(manifest => manifest.File.Directory == root);
        var members = Members(root);
        var isThere =
            members.Any(member =>
                deployment.Tree.HasFile(RepositoryPath.Join(member.File.Directory, $"tests/{name}.rs") ?? "")
                || deployment.Tree.HasFile(RepositoryPath.Join(member.File.Directory, $"tests/{name}/main.rs") ?? "")
            ) || members.Any(member => member.File.Text.Contains($"\"{name}\"", StringComparison.Ordinal));
        return new NameUse(NameRole.TestTarget, name, word.Span, site.Subject, isThere ? owner.File.Whole : null)
        {
            In = owner.File.Path,
            Candidates =
            [
                .. members
                    .SelectMany(member => deployment.Tree.FilesIn(RepositoryPath.Join(member.File.Directory, "tests") ?? ""))
                    .Select(file => RepositoryPath.NameOf(file.Path).Replace(".rs", "", StringComparison.Ordinal)),
            ],
            IsConditional = site.IsConditional,
        };
    }
}
