using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Capabilities;

/// <summary>What kind of undertaking the repository is, and what is known of the capabilities that such a one needs.</summary>
internal sealed record ScaleCapabilities(Scale Scale, IReadOnlyList<Capability> Capabilities);
