namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>How a variable's name must be in a file so that the file reads it.</summary>
internal enum Mention
{
    /// <summary>Any word: source code, settings files.</summary>
    Word,

    /// <summary><c>$NAME</c>, <c>${NAME</c>, <c>$(NAME</c>: shells, Dockerfiles, Kubernetes.</summary>
    Dollar,

    /// <summary><c>$$NAME</c>: compose hands on one dollar to the container.</summary>
    DoubleDollar,
}
