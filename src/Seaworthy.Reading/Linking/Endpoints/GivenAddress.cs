using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Endpoints;

/// <summary>An address that a workload is given in a variable.</summary>
internal sealed record GivenAddress(SuppliedVariable Variable, Address Address);
