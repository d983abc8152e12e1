namespace Seaworthy.Model.Declared.DotEnv;

/// <summary>How a value is quoted, which says whether variables in it are replaced.</summary>
public enum EnvQuote
{
    None,

    /// <summary>Taken as it stands.</summary>
    Single,

    /// <summary>Escapes and variables are replaced; may span lines.</summary>
    Double,

    /// <summary>The Node reader's third kind; may span lines.</summary>
    Backtick,
}
