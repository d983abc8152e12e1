using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known.Runtimes;

namespace Seaworthy.Reading.Linking.Images.Releases;

/// <summary>What a file asks of a runtime, with the releases that it takes.</summary>
internal sealed record RuntimePin(RuntimeRequirement Asked, VersionRange Range);
