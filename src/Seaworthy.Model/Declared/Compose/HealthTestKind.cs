namespace Seaworthy.Model.Declared.Compose;

/// <summary>How a health test is run.</summary>
public enum HealthTestKind
{
    /// <summary>No test is given: the image's own holds.</summary>
    Absent,

    /// <summary><c>NONE</c>: the image's own is switched off.</summary>
    None,

    /// <summary><c>CMD</c>: run without a shell.</summary>
    Exec,

    /// <summary><c>CMD-SHELL</c>, or a plain text: run by the container's default shell.</summary>
    Shell,
}
