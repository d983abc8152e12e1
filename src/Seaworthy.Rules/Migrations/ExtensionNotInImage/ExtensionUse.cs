using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Migrations;

/// <summary>An extension of PostgreSQL that migrations or first scripts create in a data store of the same target.</summary>
/// <param name="Extension">Its name, where it is created.</param>
/// <param name="Store">The server, pulled from a public image.</param>
/// <param name="HeldBy">An image that holds the extension where that of the server does not; null where nothing says that it is missing.</param>
internal sealed record ExtensionUse(Fact<string> Extension, Workload Store, string? HeldBy);
