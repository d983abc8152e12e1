namespace Seaworthy.Reading.Formats.Shell;

/// <summary>Where a script runs that a command hands over.</summary>
internal enum InnerPlace
{
    /// <summary>Where the command runs.</summary>
    Here,

    /// <summary>In a container, or on a platform that is reached by its own program.</summary>
    Container,

    /// <summary>On another machine, through <c>ssh</c>.</summary>
    OtherMachine,

    /// <summary>It is only written to a file, as a rule to be taken to another machine; another command runs it.</summary>
    WrittenFile,
}
