using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Components;

/// <summary>Manifests and source files to components: which directories are pieces of software, and what each serves.</summary>
internal static class ComponentLinker
{
    public static IReadOnlyList<Component> Link(Deployment deployment) => [];
}
