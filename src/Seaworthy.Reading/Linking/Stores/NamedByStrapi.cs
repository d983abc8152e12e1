using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Stores;

/// <summary>Strapi puts what its editors upload into <c>public/uploads</c>, unless another provider is installed.</summary>
/// <remarks>Source: Strapi documentation, "Media Library providers": the local provider is the default, and each other one is a package.</remarks>
internal static class NamedByStrapi
{
    private const string Directory = "public/uploads";

    public static IEnumerable<NamedFiles> Of(Workload workload) =>
        from component in workload.Components
        from package in component.Manifests.OfType<PackageJson>()
        let strapi = package.FindDependency("@strapi/strapi")
        where strapi is not null && !package.Dependencies.Any(dependency => IsProvider(dependency.Name))
        select new NamedFiles(KeptKind.Uploads, Directory, null, strapi.Span);

    private static bool IsProvider(string package) =>
        package.Contains("provider-upload", StringComparison.Ordinal) && package != "@strapi/provider-upload-local"
        || package.Contains("upload-provider", StringComparison.Ordinal);
}
