using Seaworthy.Model.Declared.Code;

namespace Seaworthy.Reading.Linking.Images.Builds;

/// <summary>A file of settings that a bundler loads.</summary>
/// <param name="Path">Where it is in the image.</param>
internal sealed record ToolConfiguration(string Path, CodeFile File);
