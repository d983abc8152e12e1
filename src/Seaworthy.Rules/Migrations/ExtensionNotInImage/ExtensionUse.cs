using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Migrations;

/// <summary>A PostgreSQL extension that migrations or init scripts create in a data store of the same target.</summary>
/// <param name="Extension">Its name, where it is created.</param>
/// <param name="Store">The server, pulled from a public image.</param>
/// <param name="HeldBy">An image with the extension if the image of the server lacks it; otherwise null.</param>
internal sealed record ExtensionUse(Fact<string> Extension, Workload Store, string? HeldBy);
