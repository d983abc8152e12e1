using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Secrets;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>Which files may read a variable, and how its name must be in them; others only hand it on.</summary>
internal static class TextSources
{
    /// <summary>What may read a variable of a running process.</summary>
    public static IEnumerable<TextSource> Readers(Deployment deployment) =>
        deployment
            .Artifacts.Where(artifact => artifact is not (EnvFile or SecretFile or Document or Workflow))
            .Select(artifact => new TextSource(artifact.File, As(artifact)));

    /// <summary>Everything but env files: a name that is there is of use to somebody.</summary>
    public static IEnumerable<TextSource> Users(Deployment deployment) =>
        deployment
            .Artifacts.Where(artifact => artifact is not (EnvFile or SecretFile or Document))
            .Select(artifact => new TextSource(artifact.File, Mention.Word));

    private static Mention As(Artifact artifact) =>
        artifact switch
        {
            ComposeFile => Mention.DoubleDollar,
            Dockerfile
            or ShellScript
            or TaskFile
            or KubernetesManifest
            or Kustomization
            or HelmValues
            or FlyConfig
            or RenderBlueprint
            or VariableText => Mention.Dollar,
            _ => Mention.Word,
        };
}
