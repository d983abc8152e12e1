using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;

namespace Seaworthy.Rules.Files;

/// <summary>The command that shows that a file is accepted: by the tool that reads it, else by a parser of its language.</summary>
internal static class FileCheck
{
    public static CommandText? Of(ReadFile subject, Deployment deployment) =>
        subject.Artifact is ComposeFile ? $"{TargetCommand.ComposeOf(subject.Path, deployment)} config --quiet"
        : subject.Tool.Check is { } check ? check
        : Parse(subject.Path);

    private static CommandText? Parse(string path) =>
        Path.GetExtension(path) switch
        {
            ".json" => $"python3 -m json.tool {path} > /dev/null",
            ".toml" => $"python3 -c 'import sys, tomllib; tomllib.load(open(sys.argv[1], \"rb\"))' {path}",
            ".yaml" or ".yml" => $"python3 -c 'import sys, yaml; list(yaml.safe_load_all(open(sys.argv[1])))' {path}",
            _ => null,
        };
}
