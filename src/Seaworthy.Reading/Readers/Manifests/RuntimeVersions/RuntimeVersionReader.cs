using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Lines;

namespace Seaworthy.Reading.Readers.Manifests.RuntimeVersions;

/// <summary>Reads the files that pin runtimes for version managers and platforms.</summary>
internal sealed class RuntimeVersionReader : Reader
{
    /// <summary>Files that hold nothing but one version, and of what.</summary>
    private static readonly Dictionary<string, string> OneVersion = new(StringComparer.Ordinal)
    {
        [".nvmrc"] = "node",
        [".node-version"] = "node",
        [".python-version"] = "python",
        [".ruby-version"] = "ruby",
        [".java-version"] = "java",
        [".php-version"] = "php",
        [".go-version"] = "go",
        ["rust-toolchain"] = "rust",
        ["runtime.txt"] = "python",
    };

    /// <summary>asdf and mise plugins by the names used here.</summary>
    private static readonly Dictionary<string, string> Plugins = new(StringComparer.Ordinal)
    {
        ["nodejs"] = "node",
        ["golang"] = "go",
        ["dotnet-core"] = "dotnet",
    };

    public override bool Accepts(string path) =>
        Path.GetFileName(path) is var name
        && (
            OneVersion.ContainsKey(name)
            || name is ".tool-versions" or "global.json" or "rust-toolchain.toml" or "mise.toml" or ".mise.toml"
        );

    public override Artifact? Read(FileSyntax file) =>
        file.File.Name switch
        {
            ".tool-versions" => new RuntimeVersionFile(
                file.File,
                [.. SourceLine.Of(file.File).Select(ToolVersion).OfType<RuntimeRequirement>()]
            ),
            "global.json" => GlobalJson(file),
            "rust-toolchain.toml" => RustToolchain(file),
            "rust-toolchain" when file.File.Text.Contains("[toolchain]", StringComparison.Ordinal) => RustToolchain(file),
            "mise.toml" or ".mise.toml" => Mise(file),
            var name => FirstLine(file.File, OneVersion[name]),
        };

    private static RuntimeVersionFile? FirstLine(SourceFile file, string runtime)
    {
        foreach (var line in SourceLine.Of(file))
        {
            if (line.Trimmed is not { Length: > 0 } text || text.StartsWith('#'))
            {
                continue;
            }

            // Heroku's form names the runtime: python-3.12.1.
            var version = text.StartsWith(runtime + "-", StringComparison.Ordinal) ? text[(runtime.Length + 1)..] : text;
            return version.Length < 40 && !version.Contains(' ', StringComparison.Ordinal)
                ? new RuntimeVersionFile(file, [new RuntimeRequirement(runtime, version, line.Span)])
                : null;
        }

        return new RuntimeVersionFile(file, []);
    }

    private static RuntimeRequirement? ToolVersion(SourceLine line)
    {
        var comment = line.Text.IndexOf('#', StringComparison.Ordinal);
        var words = (comment < 0 ? line.Text : line.Text[..comment]).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return words is [var plugin, var version, ..]
            ? new RuntimeRequirement(Plugins.GetValueOrDefault(plugin, plugin), version, line.Span)
            : null;
    }

    private static RuntimeVersionFile? GlobalJson(FileSyntax file)
    {
        var sdk = file.Json.Root?["sdk"];
        return new RuntimeVersionFile(
            file.File,
            sdk?["version"] is { Text: { } version } node ? [new RuntimeRequirement("dotnet", version, node.Span)] : []
        )
        {
            Problems = file.Json.Problems,
        };
    }

    private static RuntimeVersionFile RustToolchain(FileSyntax file) =>
        new(
            file.File,
            file.Toml.Root?.At("toolchain", "channel") is { Text: { } version } node
                ? [new RuntimeRequirement("rust", version, node.Span)]
                : []
        )
        {
            Problems = file.Toml.Problems,
        };

    private static RuntimeVersionFile Mise(FileSyntax file) =>
        new(
            file.File,
            [
                .. from entry in file.Toml.Root?["tools"]?.Entries ?? []
                let version = entry.Value.Text ?? entry.Value["version"]?.Text
                where version is not null
                select new RuntimeRequirement(Plugins.GetValueOrDefault(entry.Key, entry.Key), version, entry.Span),
            ]
        )
        {
            Problems = file.Toml.Problems,
        };
}
