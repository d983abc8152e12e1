using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>A network that a compose project makes.</summary>
/// <param name="Actual">Its name outside of the project; null when that depends on the directory of the clone.</param>
internal sealed record MadeNetwork(ComposeStack Stack, ComposeNetwork Network, string? Actual);
