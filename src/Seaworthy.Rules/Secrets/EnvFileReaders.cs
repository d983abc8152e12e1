using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Secrets;

/// <summary>Readers of a committed environment file that would miss it.</summary>
internal static class EnvFileReaders
{
    /// <summary>A reader that fails without the file: a kustomization that creates a Secret from it, a Dockerfile that copies it. For Compose, the user supplies another.</summary>
    public static SourceSpan? Needing(TrackedSecrets subject, Deployment deployment) =>
        deployment
            .Paths.FirstOrDefault(use =>
                use.Role != PathRole.EnvFile
                && use.Answer.Presence == Presence.Present
                && subject.Files.Any(file => file.File.Path == use.Answer.Looked)
            )
            ?.Span;

    /// <summary>A reader that would no longer find the file in a clone, as the end of a sentence.</summary>
    public static string Seeking(TrackedSecrets subject, Deployment deployment)
    {
        var names = subject.Files.Select(file => file.File.Name).Where(name => name != ".env").Distinct(StringComparer.Ordinal).ToList();
        var reader = deployment
            .Artifacts.Select(artifact => artifact.File)
            .Where(file => names.Exists(name => WrittenFileName.IsIn(file, name)) && !IsNoReader(file, deployment))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .FirstOrDefault();
        return reader is null
            ? ""
            : $". {reader.Path} looks for {names.Find(name => WrittenFileName.IsIn(reader, name))}: copy the template to it first";
    }

    private static bool IsNoReader(SourceFile file, Deployment deployment) =>
        file.Name.EndsWith("ignore", StringComparison.Ordinal)
        || deployment.At<EnvFile>(file.Path) is not null
        || deployment.At<Document>(file.Path) is not null;
}
