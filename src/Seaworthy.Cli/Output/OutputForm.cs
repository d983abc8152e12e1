namespace Seaworthy.Cli.Output;

/// <summary>In what a command of a CI server is broken, so that a reader of the form sees it unchanged.</summary>
internal enum OutputForm
{
    /// <summary>Text for people: by a blank that they see.</summary>
    Text,

    /// <summary>Commands of ours for GitHub, one to a line: in what they quote, by a blank.</summary>
    Commands,

    /// <summary>JSON: by an escape.</summary>
    Json,

    /// <summary>XML and HTML: by a reference to a character.</summary>
    Markup,
}
