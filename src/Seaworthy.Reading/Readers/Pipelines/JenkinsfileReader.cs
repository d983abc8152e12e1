using System.Text.RegularExpressions;
using Seaworthy.Model.Declared.Pipelines;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Pipelines;

/// <summary>Reads the stages of a Jenkinsfile and their <c>sh</c> steps, declarative or scripted.</summary>
/// <remarks>Source: Jenkins User Handbook, "Pipeline Syntax".</remarks>
internal sealed partial class JenkinsfileReader : Reader
{
    public override bool Accepts(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name == "Jenkinsfile"
            // Jenkinsfile.md tells about one.
            || (name.StartsWith("Jenkinsfile.", StringComparison.Ordinal) && !name.EndsWith(".md", StringComparison.OrdinalIgnoreCase))
            // One for each environment: JenkinsfileProd.
            || (name.Length > "Jenkinsfile".Length && name.StartsWith("Jenkinsfile", StringComparison.Ordinal) && !name.Contains('.'))
            || name.EndsWith(".jenkinsfile", StringComparison.OrdinalIgnoreCase);
    }

    public override Artifact? Read(FileSyntax file)
    {
        JenkinsStages reading = new(file.File);
        var stages = reading.Read();
        return new CommandPipeline(file.File, "jenkins")
        {
            PodFiles = reading.PodFiles,
            FilledScripts = reading.FilledScripts,
            Stages = OlderRelease().IsMatch(file.File.Text) ? [.. stages.Select(Elsewhere)] : stages,
        };
    }

    /// <summary>The commands of one that checks out a release of its own work in another tree than this.</summary>
    private static CommandStage Elsewhere(CommandStage stage) => stage with { Commands = [.. CommandDirectory.Unknown(stage.Commands)] };

    /// <summary><c>git url: 'https://…', branch: '1.3.0'</c>.</summary>
    /// <remarks>Source: Jenkins Git plugin, step "git".</remarks>
    [GeneratedRegex(@"\bgit\b[^\r\n]*\bbranch:\s*['""]v?\d+\.\d", RegexOptions.CultureInvariant)]
    private static partial Regex OlderRelease();
}
