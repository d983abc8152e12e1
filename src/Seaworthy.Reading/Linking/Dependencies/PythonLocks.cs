using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>Lock files of Python by the components they concern: each is searched once per module, not once per import.</summary>
internal sealed class PythonLocks
{
    private readonly ILookup<string, LockFile> locksIn;
    private readonly PathOrder<LockFile> order;
    private readonly Dictionary<LockFile, Dictionary<string, bool>> known = new(ReferenceEqualityComparer.Instance);

    public PythonLocks(Deployment deployment)
    {
        List<LockFile> locks = [.. deployment.Of<LockFile>().Where(file => file.Ecosystem == Ecosystem.Python)];
        locksIn = locks.ToLookup(file => file.File.Directory, StringComparer.Ordinal);
        order = new PathOrder<LockFile>(locks, file => file.File.Path);
    }

    /// <summary>A lock file of the component, or of a directory above it, has a distribution that gives the module.</summary>
    public bool Have(Component component, string module) =>
        RepositoryPath
            .Ancestors(component.Root)
            .SelectMany(directory => locksIn[directory])
            .Concat(order.Below(component.Root))
            .Any(file => Has(file, module));

    private bool Has(LockFile file, string module)
    {
        if (!known.TryGetValue(file, out var ofFile))
        {
            known.Add(file, ofFile = new Dictionary<string, bool>(StringComparer.Ordinal));
        }

        if (!ofFile.TryGetValue(module, out var has))
        {
            has = PythonDistributions.Of(module).Any(name => file.File.Text.Contains($"\"{name}\"", StringComparison.OrdinalIgnoreCase));
            ofFile.Add(module, has);
        }

        return has;
    }
}
