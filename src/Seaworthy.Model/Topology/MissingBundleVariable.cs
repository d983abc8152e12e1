using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A variable that a bundle is not given.</summary>
/// <param name="Place">Code that breaks without it.</param>
/// <param name="IsCertain">The bundle surely holds that code, and a browser runs it.</param>
public sealed record MissingBundleVariable(string Name, SourceSpan Place, bool IsCertain);
