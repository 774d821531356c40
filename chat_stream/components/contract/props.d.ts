// Written by `python -m tools.page.declarations` from what Python declares.
import type { ReactNode } from "react";

export interface AccountFormProps {
  path: string;
  action: string;
  leadsTo: string;
  children?: ReactNode;
}

export interface AnnouncerProps {
  children?: ReactNode;
}

export interface AnswerCountsProps {
  counts: Record<string, any>;
  children?: ReactNode;
}

export interface AppearanceChoicesProps {
  children?: ReactNode;
}

export interface BeginningsProps {
  own: Record<string, Array<string>>;
  children?: ReactNode;
}

export interface ChatListProps {
  load: string;
  longest: number;
  notice: string;
  onFurther: (view: string, end: string) => void;
  onFind: (words: string) => void;
  onRename: (chatId: string, title: string) => void;
  onPin: (chatId: string, isOn: boolean) => void;
  onArchive: (chatId: string, isOn: boolean) => void;
  onDelete: (chatId: string) => void;
  onBringBack: (chatId: string, isOn: boolean) => void;
  onRead: (chatId: string) => void;
  children?: ReactNode;
}

export interface ChatSettingsProps {
  chatId: string;
  isTemporary: boolean;
  of: string;
  parameters: Record<string, string>;
  models: Record<string, ModelEntry>;
  model: string;
  longestPrompt: number;
  notice: string;
  saves: number;
  onSave: (chatId: string, entered: Record<string, any>) => void;
  children?: ReactNode;
}

export interface ChatTotalProps {
  total: Record<string, any>;
  children?: ReactNode;
}

export interface ChosenLanguageProps {
  user: string;
  language: string;
  children?: ReactNode;
}

export interface ComingBackProps {
  children?: ReactNode;
}

export interface ComparisonNoticeProps {
  children?: ReactNode;
}

export interface ComposerProps {
  chatId: string;
  isTemporary: boolean;
  model: string;
  beside: Array<string>;
  owner: string;
  account: string;
  load: string;
  subscription: string;
  limit: number;
  onSend: (message: NewMessage) => void;
  onTakeBack: (ev0: string) => void;
  children?: ReactNode;
}

export interface ContextNoticeProps {
  children?: ReactNode;
}

export interface CopyButtonProps {
  text: string;
  children?: ReactNode;
}

export interface CopyMessageProps {
  text: string;
  label: string;
  children?: ReactNode;
}

export interface EverywhereProps {
  children?: ReactNode;
}

export interface FontsProps {
  children?: ReactNode;
}

export interface KeyboardProps {
  children?: ReactNode;
}

export interface LanguageChoiceProps {
  languages: Record<string, string>;
  onChoose: (language: string) => void;
  children?: ReactNode;
}

export interface LinkProps {
  to: string;
  children?: ReactNode;
}

export interface LocalTimeProps {
  at: string;
  children?: ReactNode;
}

export interface MarkdownProps {
  text: string;
  isStreaming: boolean;
  children?: ReactNode;
}

export interface MessageListProps {
  load: string;
  page: number;
  onReach: (messageIds: Array<string>) => void;
  children?: ReactNode;
}

export interface MessageTimeProps {
  at: number;
  children?: ReactNode;
}

export interface ModelPickerProps {
  models: Record<string, ModelEntry>;
  model: string;
  label: string;
  beside: Array<string>;
  most: number;
  onChoose: (name: string, beside: Array<string>) => void;
  children?: ReactNode;
}

export interface NotificationSwitchProps {
  children?: ReactNode;
}

export interface OfferedModelsProps {
  load: string;
  offer: string;
  onAsk: () => void;
  children?: ReactNode;
}

export interface QuestionProps {
  messageId: string;
  text: string;
  model: string;
  beside: Array<string>;
  owner: string;
  isTemporary: boolean;
  load: string;
  limit: number;
  onEdit: (question: EditedQuestion) => void;
  children?: ReactNode;
}

export interface QueueProps {
  chatId: string;
  onSendNow: (ev0: string) => void;
  children?: ReactNode;
}

export interface ReasoningProps {
  messageId: string;
  text: string;
  isThinking: boolean;
  isOpen: boolean;
  thoughtIn: number;
  children?: ReactNode;
}

export interface RegenerateProps {
  messageId: string;
  models: Record<string, ModelEntry>;
  onRegenerate: (messageId: string, model: string) => void;
  children?: ReactNode;
}

export interface ScrollerProps {
  subject: string;
  children?: ReactNode;
}

export interface SidebarProps {
  children?: ReactNode;
}

export interface SignOutProps {
  children?: ReactNode;
}

export interface TemporaryButtonProps {
  load: string;
  account: string;
  title: string;
  onBegin: (clientId: string, accountId: string) => void;
  children?: ReactNode;
}

export interface VanishingButtonProps {
  children?: ReactNode;
}

export interface VersionSwitchProps {
  messageId: string;
  onChoose: (messageId: string) => void;
  children?: ReactNode;
}

export interface WaitingProps {
  messageId: string;
  waited: number;
  text: string;
  reasoning: string;
  isPending: boolean;
  children?: ReactNode;
}

export interface WarmUpProps {
  children?: ReactNode;
}

export interface WritingChoicesProps {
  children?: ReactNode;
}

export interface EditedQuestion {
  message_id: string;
  client_id: string;
  text: string;
  model: string;
  beside: Array<string>;
}

export interface ModelEntry {
  label: string;
  provider: string;
  context?: number;
  input_price?: number;
  output_price?: number;
  abilities?: Array<string>;
}

export interface NewMessage {
  chat_id: string;
  client_id: string;
  text: string;
  model: string;
  account_id: string;
  beside: Array<string>;
  at_once: boolean;
}

