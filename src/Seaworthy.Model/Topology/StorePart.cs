namespace Seaworthy.Model.Topology;

/// <summary>What a data store asks of whoever signs in.</summary>
public enum StorePart
{
    User,
    Password,
    Database,

    /// <summary>MongoDB looks the user up in the database of the address, unless <c>authSource</c> names another.</summary>
    AuthenticationDatabase,
}
