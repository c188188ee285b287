using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace SafeguardingTeams.Microsoft365.Tests.Teams;

/// <summary>
/// Who calls what in an assembly, read from its instructions; closures and state machines count as the type they were written in.
/// </summary>
internal static class Calls
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    internal static IEnumerable<(Type Caller, MethodBase Called)> In(Assembly assembly) =>
        from type in assembly.GetTypes()
        from method in type.GetMethods(All).Concat<MethodBase>(type.GetConstructors(All))
        from called in By(method)
        select (Written(type), called);

    private static Type Written(Type type) =>
        type.DeclaringType is { } outer && type.IsDefined(typeof(CompilerGeneratedAttribute)) ? Written(outer) : type;

    private static IEnumerable<MethodBase> By(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        var (ofType, ofMethod) = (
            method.DeclaringType!.GetGenericArguments(),
            method.IsGenericMethod ? method.GetGenericArguments() : null
        );
        for (var at = 0; at < code.Length; )
        {
            var value = code[at] == 0xFE ? unchecked((short)(0xFE00 | code[at + 1])) : code[at];
            var instruction = Codes[value];
            at += instruction.Size;
            if (instruction.OperandType == OperandType.InlineMethod)
            {
                yield return method.Module.ResolveMethod(BitConverter.ToInt32(code, at), ofType, ofMethod)!;
            }

            at += instruction.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }
}
