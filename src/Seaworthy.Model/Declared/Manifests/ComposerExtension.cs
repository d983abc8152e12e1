using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>An extension of PHP that a package requires, without <c>ext-</c>.</summary>
/// <param name="IsForDevelopment">Only a package for development does.</param>
public sealed record ComposerExtension(Fact<string> Name, string Package, bool IsForDevelopment);
