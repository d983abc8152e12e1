using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Endpoints;

/// <summary>A port on which a component listens by its own word.</summary>
internal sealed record ComponentPort(int Port, Component Component);
