namespace Seaworthy.Model.Topology;

/// <summary>The parts of a sign-in to a data store.</summary>
public enum StorePart
{
    User,

    /// <summary>Anything at all: the store asks, and the address has neither user nor password.</summary>
    Credentials,
    Password,
    Database,

    /// <summary>MongoDB looks the user up in the database of the address, unless <c>authSource</c> names another.</summary>
    AuthenticationDatabase,

    /// <summary>The caller takes nothing but an encrypted connection, and the store has no certificate.</summary>
    Encryption,
}
