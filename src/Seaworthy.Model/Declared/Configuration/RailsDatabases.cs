using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Configuration;

/// <summary>A config/database.yml of Rails: the databases of environments that have several.</summary>
/// <remarks>Source: Rails Guides, "Multiple Databases with Active Record".</remarks>
public sealed record RailsDatabases(SourceFile File, IReadOnlyList<RailsDatabase> Databases) : Artifact(File);
