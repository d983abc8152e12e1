namespace Seaworthy.Deploying.Verifying.Containers;

/// <summary>How a setting is written, by the file and by the engine.</summary>
internal enum SettingForm
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A number of which 0 and less mean none.</summary>
    Number,

    /// <summary><c>512m</c>, and bytes.</summary>
    Bytes,

    /// <summary><c>1.5</c>, and billionths.</summary>
    Cpus,

    /// <summary>An option without a value.</summary>
    Flag,

    /// <summary>Names of capabilities.</summary>
    Capabilities,

    /// <summary>Texts.</summary>
    List,

    /// <summary><c>NAME=VALUE</c>, and an object.</summary>
    Pairs,

    /// <summary><c>NAME=SOFT:HARD</c>, and objects.</summary>
    Limits,
}
