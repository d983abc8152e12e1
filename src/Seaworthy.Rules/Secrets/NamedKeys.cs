using Seaworthy.Model;
using Seaworthy.Model.Declared.Secrets;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Secrets;

/// <summary>Whether a program refers to the private key in its sources: without that, the key signs and opens nothing.</summary>
internal sealed class NamedKeys(Deployment deployment)
{
    /// <summary>A key file among a program's resources, whose name is in no text that was read and whose directory nothing mounts.</summary>
    public bool IsForgotten(SecretFile file)
    {
        var (path, name, directory) = (file.File.Path, file.File.Name, file.File.Directory);
        return !file.IsCode
            && directory.Split('/').Contains("resources")
            && !deployment.Paths.Any(use =>
                use.Role == PathRole.BindSource && (use.Answer.Looked == directory || use.Answer.Looked == path)
            )
            && !deployment.Artifacts.Where(artifact => artifact.File.Path != path).Any(artifact => artifact.File.Mentions(name));
    }
}
