namespace Seaworthy.Model.Topology;

/// <summary>What a starting program does to the tables of its database.</summary>
public enum SchemaAction
{
    /// <summary>Nothing, or it only compares them with its models.</summary>
    Leaves,

    /// <summary>It creates tables that are missing, and never changes one that is there.</summary>
    CreatesMissing,

    /// <summary>It changes tables until they fit its models.</summary>
    Changes,

    /// <summary>It drops all tables, and creates them empty.</summary>
    Drops,
}
