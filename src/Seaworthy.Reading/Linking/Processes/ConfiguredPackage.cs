using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>A package that the settings of a tool name.</summary>
internal sealed record ConfiguredPackage(string Package, SourceSpan Place);
