using Seaworthy.Model.Declared.Pipelines;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Pipelines;

/// <summary>Reads the phases of <c>buildspec.yml</c>.</summary>
/// <remarks>
/// Source: AWS CodeBuild, "Build specification reference": all commands run in the root of the source; from version 0.2 on in one shell, before each in a shell of its own.
/// </remarks>
internal sealed class BuildspecReader : Reader
{
    private static readonly string[] Phases = ["install", "pre_build", "build", "post_build"];

    public override bool Accepts(string path) => YamlOfTools.ToolOf(path) == "CodeBuild";

    /// <summary>A file with faults counts as the kind that its name says.</summary>
    public override Artifact? Read(FileSyntax file) =>
        file.Yaml.Problems.Count > 0 || file.Yaml.Root?["phases"] is not MappingNode phases || file.Yaml.Root["version"]?.Text is "0.1"
            ? null
            : new CommandPipeline(file.File, "codebuild") { Stages = [.. Stages(phases)] };

    private static IEnumerable<CommandStage> Stages(MappingNode phases)
    {
        var mayHaveMoved = false;
        foreach (var phase in phases.Pairs.Where(pair => Phases.Contains(pair.Key)).OrderBy(pair => Array.IndexOf(Phases, pair.Key)))
        {
            var commands = ScriptLines.Commands(phase.Value["commands"], phase.Value["finally"]);
            // It is not documented whether a phase starts where the one before it ended.
            var placed = mayHaveMoved ? [.. CommandDirectory.Unknown(commands)] : commands;
            mayHaveMoved |= commands is [.., { Place.Path: not "" } or { Place: null } or { Program: "cd" }];
            // What goes on after a failure needs nothing.
            if (phase.Value["on-failure"]?.Text is null or "ABORT")
            {
                yield return new CommandStage(phase.Key, placed, phase.KeySpan);
            }
        }
    }
}
