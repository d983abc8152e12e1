using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Images.Starts;

/// <summary>What a manifest names that its tool loads with it.</summary>
/// <param name="Tool">The command as a person would say it: <c>mvn package</c>.</param>
/// <param name="Directory">Where the manifest is in the image.</param>
/// <param name="Files">Relative to that directory.</param>
internal sealed record ManifestParts(string Tool, SourceFile Manifest, string Directory, IReadOnlyList<Fact<string>> Files);
