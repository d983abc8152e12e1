namespace Seaworthy.Reading.Linking.Jvm;

/// <summary>What starts a program on the JVM and reads its properties.</summary>
internal enum JvmFramework
{
    Spring,
    Quarkus,
    Micronaut,
}
