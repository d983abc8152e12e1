namespace Seaworthy.Model.Declared.Scripts.Commands;

/// <summary>What a database's tool is used for.</summary>
public enum DatabasePurpose
{
    Client,
    Dump,
    Restore,
}
