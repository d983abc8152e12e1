using Seaworthy.Model.Declared.Manifests;

namespace Seaworthy.Reading.Linking.Images.Starts;

/// <summary>A script that an installation runs.</summary>
/// <param name="Directory">Of the package, in the image.</param>
internal sealed record InstallScript(string Manager, PackageJson Package, PackageScript Script, string Directory);
