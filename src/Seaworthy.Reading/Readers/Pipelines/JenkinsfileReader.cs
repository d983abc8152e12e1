using Seaworthy.Model.Declared.Pipelines;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Pipelines;

/// <summary>Reads the stages of a Jenkinsfile and their <c>sh</c> steps, declarative or scripted.</summary>
/// <remarks>Source: Jenkins User Handbook, "Pipeline Syntax".</remarks>
internal sealed class JenkinsfileReader : Reader
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

    public override Artifact? Read(FileSyntax file) =>
        new CommandPipeline(file.File, "jenkins") { Stages = new JenkinsStages(file.File).Read() };
}
