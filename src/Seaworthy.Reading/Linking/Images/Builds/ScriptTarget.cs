using Seaworthy.Model.Declared.Manifests;

namespace Seaworthy.Reading.Linking.Images.Builds;

/// <summary>A script of a package that a command runs.</summary>
/// <param name="Directory">Where the image holds the package.</param>
internal sealed record ScriptTarget(PackageJson Package, string Directory, string Script);
