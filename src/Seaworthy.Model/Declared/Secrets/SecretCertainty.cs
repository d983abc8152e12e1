namespace Seaworthy.Model.Declared.Secrets;

/// <summary>What tells that a value is a secret.</summary>
public enum SecretCertainty
{
    /// <summary>A name that promises one, and a value that looks random.</summary>
    NameAndEntropy,

    /// <summary>A password inside an address of a host elsewhere.</summary>
    Address,

    /// <summary>The form by which its issuer recognises it.</summary>
    Format,
}
